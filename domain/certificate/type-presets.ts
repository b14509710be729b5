import { GUIDE_TYPE_RULES } from '../reminder/rules'
import { DEVICE_OPERATOR, type CertificateType } from './type'

/** Said with every preset: what is printed here is a proposal (requirements, facts of the domain). */
export const LOCAL_RULES_FIRST = '请以属地要求为准。'

type Proposal = Pick<CertificateType, 'id' | 'name'> & Partial<CertificateType>

const preset = ({ basis = '', ...proposal }: Proposal): CertificateType => ({
  ...DEVICE_OPERATOR, rules: GUIDE_TYPE_RULES, ...proposal, basis: `${basis}${LOCAL_RULES_FIRST}`,
})

const REVIEW_PAPERS = ['身份证复印件', '原证件', '近期免冠照片', '复审申请表']

/**
 * Types that a hospital's device department meets, as proposals to edit: none of it is a rule of the program. Facts of which no source is
 * sure are left open (validity `null`) for the hospital to fill in.
 */
export const TYPE_PRESETS: readonly CertificateType[] = [
  DEVICE_OPERATOR,
  preset({
    id: 'large-equipment-post', name: '大型医用设备上岗合格证（老证）', needsPerson: true, requiredFields: ['holderName', 'number'], leadDays: 180,
    basis: '卫规财发〔2004〕474号：上岗人员（医生、操作人员、工程技术人员）须接受岗位培训，取得上岗资质。证件满五年的换证办法各地不一。',
  }),
  preset({
    id: 'equipment-ability', name: '医用设备使用人员业务能力考评合格证明', needsPerson: true, requiredFields: ['holderName', 'number', 'operableDevice'], leadDays: 90,
    basis: '国家卫健委人才交流服务中心业务能力考评，电子证明自行打印。未见规定有效期，通常按长期有效登记。',
  }),
  preset({
    id: 'radiation-worker', name: '放射工作人员证', menu: 'staff-qualification', needsDevice: false, needsPerson: true, requiredFields: ['holderName', 'number', 'birthMonth'], leadDays: 90,
    basis: '《放射工作人员职业健康管理办法》（卫生部令第55号，2007）：年满18周岁，经职业健康检查和培训合格。磁共振、超声不属于电离辐射。',
  }),
  preset({
    id: 'radiation-training', name: '放射防护培训', menu: 'staff-qualification', needsDevice: false, needsPerson: true, requiredFields: ['holderName', 'issuedOn'],
    validityMonths: 24, leadDays: 60, reviewDays: 30,
    basis: '卫生部令第55号（2007）：上岗前培训不少于4天，两次培训的时间间隔不超过2年。',
  }),
  preset({
    id: 'health-check', name: '职业健康检查', menu: 'staff-qualification', needsDevice: false, needsPerson: true, requiredFields: ['holderName', 'issuedOn'],
    validityMonths: 24, leadDays: 60, reviewDays: 30,
    basis: '卫生部令第55号（2007）：在岗期间两次检查的时间间隔不超过2年。只登记日期，不登记检查结果。',
  }),
  preset({
    id: 'special-r1', name: '特种设备作业人员证 R1（快开门式压力容器操作）', needsPerson: true, requiredFields: ['holderName', 'number'],
    validityMonths: 48, leadDays: 120, reviewDays: 90, papers: REVIEW_PAPERS,
    basis: 'TSG Z6001—2019《特种设备作业人员考核规则》：证件有效期4年，到期前申请复审。容积和压力达到压力容器标准的灭菌器才需要。',
  }),
  preset({
    id: 'special-r2', name: '特种设备作业人员证 R2（移动式压力容器充装）', needsPerson: true, requiredFields: ['holderName', 'number'],
    validityMonths: 48, leadDays: 120, reviewDays: 90, papers: REVIEW_PAPERS, basis: 'TSG Z6001—2019《特种设备作业人员考核规则》：证件有效期4年，到期前申请复审。',
  }),
  preset({
    id: 'special-r3', name: '特种设备作业人员证 R3（氧舱维护保养）', needsPerson: true, requiredFields: ['holderName', 'number'],
    validityMonths: 48, leadDays: 120, reviewDays: 90, papers: REVIEW_PAPERS, basis: 'TSG Z6001—2019《特种设备作业人员考核规则》：证件有效期4年，到期前申请复审。',
  }),
  preset({
    id: 'in-house-training', name: '院内设备操作授权（培训合格）', needsPerson: true, requiredFields: ['holderName', 'issuedOn'], leadDays: 30,
    basis: '由本院设备科、医务科规定，有效期请按院内制度填写。',
  }),
  preset({
    id: 'radiology-post', name: '放射诊疗人员岗位资质', menu: 'staff-qualification', needsDevice: false, needsPerson: true, requiredFields: ['holderName', 'title'], leadDays: 90,
    titleLevel: 'intermediate', basis: '《放射诊疗管理规定》第六条、第七条：放射治疗、核医学等岗位对职称有要求。',
  }),
  preset({
    id: 'equipment-licence', name: '大型医用设备配置许可证', menu: 'device-licence', requiredFields: ['number', 'issuer'], leadDays: 180,
    basis: '《大型医用设备配置许可管理目录（2023年）》（国卫财务发〔2023〕7号）。',
  }),
  preset({
    id: 'upkeep-plan', name: '保养计划', menu: 'device-upkeep', validityMonths: 6, leadDays: 7,
    basis: '《医疗器械使用质量监督管理办法》（2015）第十五条：需要定期检查、检验、校准、保养、维护的医疗器械，按产品说明书的要求进行并记录。周期以说明书为准。',
  }),
  preset({
    id: 'metrology-plan', name: '计量计划', menu: 'device-metrology', validityMonths: 12, leadDays: 30,
    basis: '《中华人民共和国计量法》第九条：列入强制检定目录的工作计量器具须定点定期检定。检定周期以检定规程和证书为准。',
  }),
]
